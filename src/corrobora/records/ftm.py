"""FollowTheMoney entities (OpenSanctions and others): who is listed, which companies there are, who owns them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from corrobora.model.records import RecordKind
from corrobora.records.parsers.countries import country

PARTIES = frozenset(
    {
        "Person",
        "Company",
        "Organization",
        "LegalEntity",
        "PublicBody",
        "Vessel",
        "Airplane",
        "Vehicle",
        "CryptoWallet",
        "Asset",
        "Security",
    }
)
_FIRMS = frozenset({"Company", "Organization", "LegalEntity", "PublicBody"})
_SANCTIONED = ("sanction", "debarment", "export.control", "export.risk", "wanted")
_FROM_LISTS = ("sanction", "ofac", "eu_fsf", "un_sc", "nsdc", "gb_", "seco", "blacklist", "sdn")

_COMPANY_PROPERTIES: dict[str, tuple[str, ...]] = {
    "inn": ("innCode", "taxNumber"),
    "ogrn": ("ogrnCode", "registrationNumber"),
    "uscc": ("uscCode", "unifiedSocialCreditCode"),
    "edrpou": ("edrpouCode",),
    "registered": ("incorporationDate",),
    "dissolved": ("dissolutionDate",),
    "status": ("status",),
    "activity_code": ("okvedCode", "classification"),
    "activity": ("sector", "mainActivity"),
    "address": ("address",),
    "region": ("region",),
}
# fmt: off
_NEEDED = {
    "name", "alias", "weakAlias", "previousName", "birthDate", "passportNumber", "idNumber",
    "nationality",
    "citizenship",
    "jurisdiction", "country", "mainCountry", "flag", "innCode", "ogrnCode", "imoNumber", "program", "topics",
    "edrpouCode", "uscCode", "registrationNumber", "position", "phone", "email", "address",
} | {name for names in _COMPANY_PROPERTIES.values() for name in names}
# fmt: on

Row = dict[str, Any]


@dataclass(slots=True)
class Entities:
    """All entities of a file with their lines, and what points at them."""

    parties: dict[str, tuple[int, dict[str, Any]]] = field(default_factory=dict)
    sanctions: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    ownerships: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    directorships: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    documents: dict[str, list[str]] = field(default_factory=dict)


def is_entity(untrusted_object: dict[str, Any]) -> bool:
    """Whether a JSON object is an FtM entity."""
    return (
        isinstance(untrusted_object.get("schema"), str)
        and isinstance(untrusted_object.get("properties"), dict)
        and "id" in untrusted_object
    )


def gather(objects: Iterable[tuple[int, dict[str, Any]]]) -> Entities:
    """Sorts the entities of a file by what they are."""
    found = Entities()
    for line, entity in objects:
        if not is_entity(entity):
            continue
        schema = entity["schema"]
        if schema == "Sanction":
            found.sanctions.append((line, entity))
        elif schema == "Ownership":
            found.ownerships.append((line, entity))
        elif schema == "Directorship":
            found.directorships.append((line, entity))
        elif schema in ("Passport", "Identification"):
            _keep_document(found, entity)
        elif schema in PARTIES or values(entity, "name"):
            found.parties[str(entity["id"])] = (line, _trimmed(entity))
    return found


def _trimmed(entity: dict[str, Any]) -> dict[str, Any]:
    """An entity without what no row needs: files of gigabytes are held in memory this way."""
    kept: dict[str, Any] = {
        name: entity[name] for name in ("schema", "caption", "datasets", "first_seen") if name in entity
    }
    properties = entity["properties"]
    return {**kept, "properties": {name: properties[name] for name in properties if name in _NEEDED}}


def _keep_document(found: Entities, entity: dict[str, Any]) -> None:
    for holder in values(entity, "holder"):
        found.documents.setdefault(holder, []).extend(values(entity, "number", "passportNumber"))


def values(entity: dict[str, Any], *names: str) -> list[str]:
    """The values of the first of these properties that has any."""
    for name in names:
        found = entity.get("properties", {}).get(name) or []
        # a nested entity stands for its id
        texts = [
            str(value.get("id", "")) if isinstance(value, dict) else str(value)
            for value in (found if isinstance(found, list) else [found])
        ]
        if texts := [text for text in texts if text]:
            return texts
    return []


def rows(found: Entities) -> Iterator[tuple[RecordKind, Row]]:
    """The prepared rows of a file, kind by kind."""
    listed: set[str] = set()
    for line, sanction in found.sanctions:
        for target in values(sanction, "entity"):
            listed.add(target)
            yield RecordKind.LISTING, _listing(found, line, target, sanction)
    for identifier, (line, entity) in found.parties.items():
        if identifier not in listed and any(topic.startswith(_SANCTIONED) for topic in values(entity, "topics")):
            yield RecordKind.LISTING, _listing(found, line, identifier, None)
    directors = _directors(found)
    for identifier, (line, entity) in found.parties.items():
        if entity["schema"] in _FIRMS and identifier not in listed:
            yield RecordKind.COMPANY, _company(line, entity, directors.get(identifier, []))
    for identifier, (line, entity) in found.parties.items():
        wanted = any(topic.startswith(_SANCTIONED) for topic in values(entity, "topics"))
        if entity["schema"] == "Person" and identifier not in listed and not wanted:
            yield RecordKind.CONTACT, _contact(found, line, identifier, entity)
    for line, ownership in found.ownerships:
        yield RecordKind.SHARE, _share(found, line, ownership)


def _directors(found: Entities) -> dict[str, list[str]]:
    directors: dict[str, list[str]] = {}
    for _, entity in found.directorships:
        for firm in values(entity, "organization"):
            directors.setdefault(firm, []).extend(_name(found, director) for director in values(entity, "director"))
    return directors


def put_pair(row: Row, name: str, normal: str | None, raw: str | None = None) -> None:
    """Puts a property and its raw form into a row; missing is None in both."""
    row[name], row[f"{name}_raw"] = normal or None, (raw if raw is not None else normal) or None


def _listing(found: Entities, line: int, target: str, sanction: dict[str, Any] | None) -> Row:
    nobody: tuple[int | None, dict[str, Any]] = (None, {"schema": "", "properties": {}, "caption": ""})
    entity_line, entity = found.parties.get(target) or nobody
    row: Row = {"row": line, "entity_row": entity_line}
    aliases = [name for group in ("name", "alias", "weakAlias", "previousName") for name in values(entity, group)]
    put_pair(row, "entity_id", target)
    put_pair(row, "name", next(iter(aliases), "") or str(entity.get("caption") or ""))
    put_pair(row, "names", "\n".join(dict.fromkeys(aliases)))
    put_pair(row, "schema", entity["schema"])
    births = values(entity, "birthDate")
    put_pair(row, "birth_date", max(births, key=len, default=None), "\n".join(births))
    papers = [*values(entity, "passportNumber"), *values(entity, "idNumber"), *found.documents.get(target, [])]
    put_pair(row, "document", "\n".join(paper.upper().replace(" ", "") for paper in papers), "\n".join(papers))
    nations = values(entity, "nationality", "citizenship", "jurisdiction", "country", "flag")
    put_pair(row, "nationality", country(nations[0]) if nations else None, "\n".join(nations))
    put_pair(row, "inn", next(iter(values(entity, "innCode")), None))
    put_pair(row, "ogrn", next(iter(values(entity, "ogrnCode")), None))
    put_pair(row, "imo", "".join(char for char in next(iter(values(entity, "imoNumber")), "") if char.isdigit()))
    _put_listing(row, entity, sanction)
    return row


def _put_listing(row: Row, entity: dict[str, Any], sanction: dict[str, Any] | None) -> None:
    source = sanction or {}
    datasets = [name for name in entity.get("datasets", []) if name.startswith(_FROM_LISTS) or "_" in name]
    put_pair(row, "authority", "; ".join(values(source, "authority")) or next(iter(datasets), None))
    put_pair(
        row,
        "program",
        "\n".join(values(source, "program", "programId", "provisions", "reason")[:2])
        or "\n".join(values(entity, "program")),
    )
    since = values(source, "listingDate", "startDate", "date")
    fallback = str(source.get("first_seen") or entity.get("first_seen") or "")[:10]
    stated = min(since, default=fallback)
    put_pair(row, "since", stated[:10], stated)
    put_pair(row, "until", next(iter(values(source, "endDate")), None))
    put_pair(row, "date_certain", "yes" if since and len(min(since)) >= 10 else "no")


def _company(line: int, entity: dict[str, Any], directors: list[str]) -> Row:
    row: Row = {"row": line}
    names = [name for group in ("name", "alias", "weakAlias", "previousName") for name in values(entity, group)]
    put_pair(row, "name", next(iter(names), None) or str(entity.get("caption") or ""))
    put_pair(row, "names", "\n".join(dict.fromkeys(names)))
    for name, properties in _COMPANY_PROPERTIES.items():
        put_pair(row, name, "\n".join(values(entity, *properties)[:1]))
    nation = values(entity, "jurisdiction", "country", "mainCountry")
    put_pair(row, "country", country(nation[0]) if nation else None, "\n".join(nation))
    put_pair(row, "director", "\n".join(name for name in directors if name))
    return row


def _contact(found: Entities, line: int, identifier: str, entity: dict[str, Any]) -> Row:
    """A person who is on no list: for searches and screening, and nobody's journey or listing."""
    row: Row = {"row": line}
    names = [name for group in ("name", "alias", "weakAlias", "previousName") for name in values(entity, group)]
    put_pair(row, "name", next(iter(names), "") or str(entity.get("caption") or ""), "\n".join(dict.fromkeys(names)))
    births = values(entity, "birthDate")
    put_pair(row, "birth_date", max(births, key=len, default=None), "\n".join(births))
    stated = [*values(entity, "passportNumber"), *values(entity, "idNumber"), *found.documents.get(identifier, [])]
    papers = dict.fromkeys(stated)
    put_pair(row, "document", "\n".join(paper.upper().replace(" ", "") for paper in papers), "\n".join(papers))
    for name, told in (("title", "position"), ("phone", "phone"), ("email", "email"), ("address", "address")):
        put_pair(row, name, "\n".join(values(entity, told)))
    return row


def _name(found: Entities, identifier: str) -> str:
    _, entity = found.parties.get(identifier, (0, {"properties": {}, "caption": identifier}))
    return next(iter(values(entity, "name")), "") or str(entity.get("caption") or identifier)


def _number(found: Entities, identifier: str) -> str:
    _, entity = found.parties.get(identifier, (0, {"properties": {}}))
    return next(iter(values(entity, "innCode", "ogrnCode", "edrpouCode", "uscCode", "registrationNumber")), "")


def _share(found: Entities, line: int, ownership: dict[str, Any]) -> Row:
    row: Row = {"row": line}
    owner, asset = (next(iter(values(ownership, name)), "") for name in ("owner", "asset"))
    put_pair(row, "owner", _name(found, owner) if owner else None)
    put_pair(row, "owner_number", _number(found, owner))
    put_pair(row, "asset", _name(found, asset) if asset else None)
    put_pair(row, "asset_number", _number(found, asset))
    stated = next(iter(values(ownership, "percentage", "sharesValue")), "")
    put_pair(row, "share", stated.strip("% ").replace(",", "."), stated)
    put_pair(row, "since", next(iter(values(ownership, "startDate", "date")), None))
    put_pair(row, "until", next(iter(values(ownership, "endDate")), None))
    return row
