"""JSON-LD read without a network: the terms of three public contexts that our documents may use,
as their specifications define them. What they lack an expansion drops, and a test sees it.
"""

from typing import Any

from pyld import jsonld

BASE_URL = "http://localhost:8000"

OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
FOAF, SCHEMA = "http://xmlns.com/foaf/0.1/", "http://schema.org/"
LDP, DCTERMS = "http://www.w3.org/ns/ldp#", "http://purl.org/dc/terms/"
RDF, RDFS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"


def _links(**terms: str) -> dict[str, Any]:
    return {term: {"@id": iri, "@type": "@id"} for term, iri in terms.items()}


def _numbers(**terms: str) -> dict[str, Any]:
    return {term: {"@id": iri, "@type": f"{XSD}nonNegativeInteger"} for term, iri in terms.items()}


ANNOTATION_TERMS: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    **{
        name: f"{OA}{name}"
        for name in (
            *("Annotation", "SpecificResource", "TextPositionSelector", "TextQuoteSelector"),
            *("identifying", "describing", "exact", "prefix", "suffix"),
        )
    },
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "Software": f"{AS}Application",
    "Person": f"{FOAF}Person",
    "Organization": f"{FOAF}Organization",
    "name": f"{FOAF}name",
    "label": f"{RDFS}label",
    "value": f"{RDF}value",
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    **_links(body=f"{OA}hasBody", target=f"{OA}hasTarget"),
    **_links(source=f"{OA}hasSource", selector=f"{OA}hasSelector"),
    **_links(creator=f"{DCTERMS}creator", generator=f"{AS}generator", partOf=f"{AS}partOf"),
    **_links(first=f"{AS}first", last=f"{AS}last", next=f"{AS}next", prev=f"{AS}prev"),
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
    **_numbers(start=f"{OA}start", end=f"{OA}end"),
    **_numbers(total=f"{AS}totalItems", startIndex=f"{AS}startIndex"),
}
CONTAINER_TERMS = {"id": "@id", "type": "@type", "BasicContainer": f"{LDP}BasicContainer"}
SCHEMA_TERMS: dict[str, Any] = {
    **{
        name: f"{SCHEMA}{name}"
        for name in (
            *("NewsArticle", "Quotation", "Person", "Organization", "Country"),
            *("headline", "articleBody", "author", "inLanguage", "version", "text", "name"),
            *("mentions", "hasPart", "isPartOf", "spokenByCharacter"),
        )
    },
    "datePublished": {"@id": f"{SCHEMA}datePublished", "@type": f"{SCHEMA}Date"},
    **_links(url=f"{SCHEMA}url", sameAs=f"{SCHEMA}sameAs"),
}
CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": ANNOTATION_TERMS,
    "http://www.w3.org/ns/ldp.jsonld": CONTAINER_TERMS,
    "https://schema.org": SCHEMA_TERMS,
}


def _load(url: str, _options: object) -> dict[str, Any]:
    document = {"@context": CONTEXTS[url]}
    return {"contextUrl": None, "documentUrl": url, "document": document}


OPTIONS = {"documentLoader": _load}


def expand(document: dict[str, Any]) -> Any:
    """What a reader of JSON-LD makes of a document."""
    return jsonld.expand(document, OPTIONS)


def expand_and_compact(document: dict[str, Any]) -> Any:
    """The same document, if its expansion dropped nothing and changed nothing."""
    return jsonld.compact(expand(document), document["@context"], OPTIONS)


def leaves(node: object) -> set[object]:
    """Every string and number of a document, whatever it is the value of, contexts aside."""
    if isinstance(node, dict):
        return set().union(*(leaves(value) for key, value in node.items() if key != "@context"))
    if isinstance(node, list):
        return set().union(*map(leaves, node))
    return {node}
