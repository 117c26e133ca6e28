"""Documents into a folder: what was converted is written, what an editor changed is left alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import Any, Literal, cast

from tei_tools import associated, authority, decisions, profile
from tei_tools.authority import Authority
from tei_tools.decisions import Decisions
from tei_tools.decisions.lists import extended
from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.errors import AuthorityError, PublishError, UsageError
from tei_tools.executor import Executor
from tei_tools.model import Document, Imprint
from tei_tools.names_model.choice import chosen
from tei_tools.outcome import Progress, Report, distinct, silent
from tei_tools.pipeline import IN_PROCESS, Converted, Settings, Source, convert
from tei_tools.program import TOOL
from tei_tools.publish.folder import Folder
from tei_tools.publish.lock import locked
from tei_tools.publish.manifest import Manifest, Origin, digest
from tei_tools.publish.records import Records
from tei_tools.stopwatch import measured, spent


@dataclass(frozen=True)
class Run:
    """One run over a folder: what it depends on, where it writes, what it reports."""

    settings: Settings
    authorities: Mapping[str, str]
    """Name and digest of each authority file."""
    manifest: Manifest
    force: bool = False
    progress: Progress = silent
    report: Report = field(default_factory=Report)
    records: Records = field(kw_only=True)
    dry: bool = False
    """Whether nothing is to be written: `plan` then tells what would be."""
    plan: dict[str, str] = field(default_factory=dict)
    """Each file that is made, and why."""
    present: set[str] = field(default_factory=set)
    """The files that belong to the result, made now or before."""

    def keep(self, name: str, content: bytes | str, origin: Origin) -> None:
        """Write a file that no editor is expected to change. Raises `PublishError`."""
        self.present.add(name)
        if self.dry:
            return
        if self.manifest.write(name, content, origin):
            self.report.written.append(name)

    def due(self, name: str, origin: Origin) -> bool:
        """Whether a file has to be made: it does not stand in the folder as it would be made."""
        self.present.add(name)
        reason = "--force" if self.force else self.manifest.stale(name, origin)
        if reason:
            self.plan[name] = reason
        return bool(reason)

    def origin(self, sources: Mapping[str, str], **settings: str) -> Origin:
        """What TEI comes from; `settings` are further digests."""
        profile = {self.settings.profile.name: self.settings.profile_digest}
        return Origin(sources, profile, self.authorities, settings=settings)

    def note(self, converted: Converted) -> None:
        """Report what a conversion has to say."""
        self.report.documents += max(1, len(converted.parts))
        self.report.diagnostics += converted.diagnostics
        self.report.spots |= {spot.place: spot for spot in converted.spots}
        if converted.error:
            self.report.errors.append(converted.error)

    def keep_schemas(self, folder: str = "") -> list[str]:
        """Write the schemas that the TEI files of a folder name, unless somebody has others there; their names."""
        companions = {folder + name: content for name, content in associated.companions().items()}
        try:
            for name, content in companions.items():
                if not self.dry and not self.manifest.edited(name, content):
                    self.manifest.write(name, content, Origin())
        except PublishError as error:
            self.report.errors.append(error)
        self.present.update(companions)
        return list(companions)

    def keep_tei(self, name: str, tei: bytes, origin: Origin, *, write: bool = True) -> bytes | None:
        """Write a TEI file unless an editor changed it; what stands there then, None where it can't be written."""
        try:
            self.present.add(name)
            if not self.force and self.manifest.edited(name, tei):
                self.report.diagnostics.append(edited_by_hand(str(self.manifest.folder.where(name))))
                return self.manifest.folder.read(name)
            if write:
                self.keep(name, tei, origin)
        except PublishError as error:
            self.report.errors.append(error)
            return None
        return tei


def origin_of(document: Document) -> dict[str, str]:
    """The source of a document, by name, with its digest."""
    return {PurePath(document.source.path).name: document.source.sha256}


def edited_by_hand(path: str) -> Diagnostic:
    """Emits publish.edited."""
    message = "the file was changed by hand since it was made, and was left alone"
    hint = "--force overwrites it; without it the edited file is what is published"
    return Diagnostic("publish.edited", "warning", message, Place(path), hint)


def settings_of(
    name: str,
    imprint: Imprint,
    authorities: Mapping[str, Path],
    *,
    names_model: str | Path | None = None,
    **options: Any,
) -> Settings:
    """The settings of a conversion with the profile `name`; `options` are further fields of `Settings`.

    `authorities` are files by kind: persons, terms, places, orgs, and the decisions of editors. Raises `ProfileError`,
    `AuthorityError` and `DecisionError`.
    """
    entries = Authority()
    for kind, path in authorities.items():
        if kind == "decisions":
            continue
        loaded = authority.load(path, cast(Literal["persons", "terms", "places", "orgs"], kind))
        lists = {"persons": loaded.persons, "terms": loaded.terms, "places": loaded.places, "orgs": loaded.orgs}
        wanted, other = lists.pop(kind), any(lists.values())
        if other and not wanted:
            remedy = "each kind of list is a file of its own: check which is which"
            raise AuthorityError(f"the file has no {kind}", place=str(path), remedy=remedy)
        entries = entries | loaded
    decided = Decisions()
    if "decisions" in authorities:
        entries, decided = extended(entries, decisions.load(authorities["decisions"]))
    model = None if entries.persons else chosen(names_model)
    imprint = replace(imprint, names_model=model.label if model else "")
    return Settings(
        profile=profile.load(name),
        profile_digest=profile.digest(name),
        imprint=imprint,
        authority=entries,
        decisions=decided,
        names_model=model,
        **options,
    )


@contextmanager
def started(
    output: Path,
    settings: Settings,
    authorities: Mapping[str, Path],
    *,
    force: bool,
    progress: Progress,
    dry: bool = False,
) -> Iterator[Run]:
    """A run over the folder `output`, made ready for writing unless it is `dry`; nobody else writes there meanwhile.

    Raises `PublishError`, and `UsageError` where another run is at work.
    """
    folder = Folder(output)
    with ExitStack() as stack:
        if not dry:
            folder.make()
            stack.enter_context(locked(folder))
            folder.prepare()
        manifest = Manifest.load(folder)
        records = Records(folder, manifest.journal)
        yield Run(settings, _digests(authorities), manifest, force, progress, records=records, dry=dry)


def _digests(authorities: Mapping[str, Path]) -> dict[str, str]:
    """Name and digest of each file; where two have one name, their kinds tell them apart."""
    names = Counter(path.name for path in {*authorities.values()})
    return {
        path.name if names[path.name] == 1 else f"{path.name} ({kind})": digest(path.read_bytes())
        for kind, path in authorities.items()
    }


def convert_alone(sources: Sequence[Source], settings: Settings) -> tuple[bytes, Report]:
    """The TEI of one source, b"" where it fails, and what there is to say. Raises `UsageError` for several."""
    if len(sources) != 1:
        raise UsageError("standard output takes one file", remedy="name one source, or a folder with -o")
    (converted,) = convert(sources, settings)
    return converted.tei or b"", Report([], [*converted.diagnostics], [converted.error] if converted.error else [], 1)


def convert_into(
    sources: Sequence[Source],
    settings: Settings,
    output: Path,
    *,
    authorities: Mapping[str, Path],
    force: bool = False,
    progress: Progress = silent,
    executor: Executor = IN_PROCESS,
) -> Report:
    """Convert sources to `output/<stem>.xml`. Raises `UsageError` where two sources would be one file."""
    distinct([(f"{source.stem}.xml", str(source.path)) for source in sources])
    with (
        measured() as ledger,
        spent("write"),
        started(output, settings, authorities, force=force, progress=progress) as run,
    ):
        for done, converted in enumerate(convert(sources, settings, executor), 1):
            run.note(converted)
            if converted.tei is not None and converted.document is not None:
                origin = run.origin(origin_of(converted.document))
                run.keep_tei(f"{converted.source.stem}.xml", converted.tei, origin)
            progress("convert", done, len(sources))
        if run.present:
            run.keep_schemas()
        run.manifest.save(TOOL)
    run.report.ledger = ledger
    return run.report
