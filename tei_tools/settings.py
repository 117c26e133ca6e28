"""What a conversion depends on beside its sources: the profile, the lists, the decisions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import Any

from tei_tools import profile as profiles
from tei_tools.authority import Authority
from tei_tools.authority.entities import Forms
from tei_tools.authority.names import Names
from tei_tools.decisions import Decisions
from tei_tools.link import references
from tei_tools.model import Imprint
from tei_tools.names_model import NamesModel
from tei_tools.profile import Profile
from tei_tools.read import LIMIT
from tei_tools.recognise.term import Terms

Keep = Callable[[str, str, object], None]
"""Called with a source's stem, a stage and its result, where results of stages are kept."""


@dataclass(frozen=True)
class Settings:
    """What a conversion depends on beside its sources."""

    profile: Profile = field(default_factory=lambda: profiles.load("frus"))
    imprint: Imprint = field(default_factory=Imprint)
    authority: Authority = field(default_factory=Authority)
    decisions: Decisions = field(default_factory=Decisions)
    names_model: NamesModel | None = None
    """What finds names beside the rules where no list of persons is given; None: the rules alone."""
    limit: int = LIMIT
    file_of: references.Namer = references.by_source
    relative: bool = False
    """Whether references to other documents of the collection name their files."""
    keep: Keep | None = None
    profile_digest: str = ""

    def __getstate__(self) -> dict[str, Any]:
        """What was made of the fields is made anew where it is needed: it can't be sent to another process."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    def speaking(self, language: str) -> Settings:
        """The settings for texts in a language that may not be that of the profile."""
        if language == self.profile.language:
            return self
        profile = replace(self.profile, language=language)
        return replace(self, profile=profile, profile_digest=f"{self.profile_digest}-{language}")

    @cached_property
    def names(self) -> Names:
        return Names(self.authority, self.profile.names)

    @cached_property
    def places(self) -> Forms:
        return Forms(self.authority.places)

    @cached_property
    def orgs(self) -> Forms:
        return Forms(self.authority.orgs)

    @cached_property
    def terms(self) -> Terms:
        return Terms(self.authority)
