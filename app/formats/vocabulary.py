"""What linked data calls our kinds of actors, and how it names them."""

# A state speaks, and in schema.org only persons and organizations do; so it is both.
ACTOR_TYPES = {
    "person": "Person",
    "organization": "Organization",
    "state": ["Country", "Organization"],
}


def wikidata_iri(id: str) -> str:
    """The IRI of the thing itself, which is not the address of the page about it."""
    return f"http://www.wikidata.org/entity/{id}"
