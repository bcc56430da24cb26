"""The nodes of the European Learning Model as JSON-LD: literals, notes, concepts, identifiers, addresses, pictures."""

import base64
from collections.abc import Mapping

from commission_app.exchange import elm_terms
from commission_app.exchange.elm_terms import Term
from commission_app.exchange.twin_words import Names
from commission_app.rules.minutes_record import Said

Node = dict[str, object]


class Nodes:
    """Builds the nodes of one credential in the languages it speaks."""

    def __init__(self, names: Names, languages: tuple[str, ...]) -> None:
        self.names = names
        self.languages = languages

    def literal(self, text: Said) -> dict[str, str]:
        """A text by its languages; one that the credential's languages lack stands in the other."""
        found = {code: value for code in self.languages if (value := getattr(text, code))}
        return found or {code: value for code in ("lv", "en") if (value := getattr(text, code))}

    def named(self, text: str) -> dict[str, str]:
        """A name: alike in every language, so the model takes it in one."""
        return {self.languages[0]: text}

    def node(self, kind: str, *path: str, **fields: object) -> Node:
        """A node with the fields that are said; empty ones are left out."""
        return {"id": self.names.part(*path), "type": kind} | _said(fields)

    def note(self, text: Said, *path: str) -> Node:
        """A note."""
        return self.node("Note", *path, noteLiteral=self.literal(text))

    def own(self, text: Said, *path: str) -> Node:
        """A concept of our own, where the European vocabulary has no word."""
        scheme = {"id": self.names.part("scheme"), "type": "ConceptScheme"}
        return self.node("Concept", *path, inScheme=scheme, prefLabel=self.literal(text))

    def identifier(self, scheme: Said, value: str, *path: str) -> Node:
        """An identifier with what it is called."""
        name = scheme.en if "en" in self.languages else scheme.lv
        return self.node("Identifier", *path, schemeName=name, notation=value)

    def legal(self, value: str, country: str, *path: str) -> Node:
        """An identifier that the law gives, with its country."""
        return self.node("LegalIdentifier", *path, notation=value, spatial=self.country(country))

    def address(self, country: str, text: Said, *path: str) -> Node:
        """A place by its country, and its address where it is said."""
        full = self.note(text, *path, "text") if text else None
        address = self.node("Address", *path, "address", countryCode=self.country(country), fullAddress=full)
        return self.node("Location", *path, address=address)

    def country(self, code: str) -> Node:
        """A country by its two letters."""
        three, name = elm_terms.COUNTRIES[code]
        return _concept(f"{elm_terms.COUNTRY}/{three}", elm_terms.COUNTRY, name)

    def language(self, code: str) -> Node:
        """A language by its two letters."""
        three, name = elm_terms.LANGUAGES[code]
        return _concept(f"{elm_terms.LANGUAGE}/{three}", elm_terms.LANGUAGE, name)

    def picture(self, data: bytes, *path: str) -> Node:
        """A picture inside the credential."""
        kind = _concept(f"{elm_terms.FILE_TYPE}/PNG", elm_terms.FILE_TYPE, "PNG")
        content = base64.b64encode(data).decode("ascii")
        encoding = concept("encoding", elm_terms.BASE64)
        return self.node("MediaObject", *path, content=content, contentEncoding=encoding, contentType=kind)


def concept(vocabulary: str, word: Term) -> Node:
    """A word of a vocabulary of the learning model, called as the vocabulary calls it."""
    code, label = word
    return _concept(elm_terms.term(vocabulary, code), elm_terms.scheme(vocabulary), label)


def bare_concept(vocabulary: str, code: str) -> Node:
    """A word of a vocabulary whose code says all: a level, a field of education."""
    found = _concept(elm_terms.term(vocabulary, code), elm_terms.scheme(vocabulary), "")
    return found | {"notation": code}


def skill(address: str, text: Mapping[str, str]) -> Node:
    """A skill of ESCO."""
    scheme = {"id": "http://data.europa.eu/esco/concept-scheme/skills", "type": "ConceptScheme"}
    return {"id": address, "type": "Concept", "inScheme": scheme, "prefLabel": dict(text)}


def _concept(address: str, scheme: str, label: str) -> Node:
    found: Node = {"id": address, "type": "Concept", "inScheme": {"id": scheme, "type": "ConceptScheme"}}
    return found | {"prefLabel": {"en": label}} if label else found


def _said(fields: Mapping[str, object]) -> Node:
    return {name: value for name, value in fields.items() if value not in (None, "", (), [], {})}
