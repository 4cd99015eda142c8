"""The JSON shape of every error."""

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

Fault = TypedDict(
    "Fault",
    {
        "in": Annotated[
            str, Field(description="Where it stands: path or query.", examples=["query"])
        ],
        "parameter": Annotated[str, Field(description="Its name.", examples=["limit"])],
        "detail": Annotated[
            str, Field(description="What is wrong.", examples=["Input should be less than 101"])
        ],
    },
)
Fault.__doc__ = "One parameter at fault."


class Problem(TypedDict):
    """What went wrong (RFC 9457)."""

    type: Annotated[
        str, Field(description="No more than the status says.", examples=["about:blank"])
    ]
    title: Annotated[str, Field(description="The status in words.", examples=["Not Found"])]
    status: Annotated[int, Field(description="The HTTP status.", examples=[404])]
    detail: Annotated[
        str, Field(description="What went wrong.", examples=["There is no article 'nowhere'."])
    ]
    errors: NotRequired[
        Annotated[
            list[Fault],
            Field(
                description="Each parameter at fault; absent where none is.",
                examples=[[{"in": "query", "parameter": "limit", "detail": "must be digits"}]],
            ),
        ]
    ]
