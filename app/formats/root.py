"""The JSON shapes of where everything begins, and of whether it runs."""

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from app.formats.shapes import Links


class Root(TypedDict):
    """Where everything begins."""

    name: Annotated[str, Field(description="The name of the program.")]
    version: Annotated[str, Field(description="The version of the program.")]
    links: Links


class Health(TypedDict):
    """The process answers."""

    status: Annotated[str, Field(description="Always `ok`: whoever can say it is well.")]


class Readiness(TypedDict):
    """The store can be read."""

    status: Annotated[str, Field(description="Always `ready`; a store that is not is a 503.")]
    store_schema: Annotated[str, Field(description="The schema version of the store.")]
    articles: Annotated[int, Field(description="How many articles it has.")]
    generation: Annotated[
        int | None,
        Field(
            description="Which state of the store this process sees, counted from 1 since it "
            "began: a commit or another file makes another; null while somebody changes it."
        ),
    ]
