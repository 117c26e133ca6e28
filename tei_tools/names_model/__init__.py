"""Names of persons without a list by a sequence model: an optional extra, beside the rules and resting on them."""

from tei_tools.names_model.contexts import Context as Context
from tei_tools.names_model.contexts import contexts as contexts
from tei_tools.names_model.model import NamesModel as NamesModel
