"""What goes out: one file a format, each a pure function of values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A way to say a resource: the suffix that asks for it, and the media type it is sent as.

    A `streamed` format gives a whole collection, unpaged. `also` is another media type that its
    bytes are, for clients that ask for no more than that.
    """

    suffix: str
    media_type: str
    streamed: bool = False
    also: str | None = None

    @property
    def declared(self) -> str:
        """The media type without what only the bytes need: as a client asks for it."""
        kind, _, parameters = self.media_type.partition(";")
        return self.media_type if "profile" in parameters else kind


# Two formats share the suffix jsonld: no resource has both.
FORMATS = {
    "json": Format("json", "application/json"),
    "schemaorg": Format("jsonld", "application/ld+json"),
    "webannotation": Format(
        "jsonld",
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        also="application/json",
    ),
    "csv": Format("csv", "text/csv; charset=utf-8; header=present", streamed=True),
    "ndjson": Format("ndjson", "application/x-ndjson", streamed=True),
    "txt": Format("txt", "text/plain; charset=utf-8"),
    "html": Format("html", "text/html; charset=utf-8"),
}
