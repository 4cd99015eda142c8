"""What people look at: values become HTML here, from templates/, with static/ beside it."""

from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

STATIC = Path(__file__).parent / "static"

# Autoescape everywhere: an article's words are never markup.
_environment = Environment(
    loader=PackageLoader("app.pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(template: str, **values: object) -> str:
    """A page from a template of templates/."""
    return _environment.get_template(template).render(values)
