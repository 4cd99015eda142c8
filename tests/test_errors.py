from app import errors
from app.errors import NotFoundError, OnrecordError, SourceError, WithdrawnError


def test_source_error_names_the_source_and_the_reason() -> None:
    error = SourceError("a.txt", "empty")
    assert (error.name, error.reason, str(error)) == ("a.txt", "empty", "a.txt: empty")


def test_not_found_error_names_the_noun_and_the_id() -> None:
    error = NotFoundError("quote", "0123")
    assert (error.noun, error.id, str(error)) == ("quote", "0123", "There is no quote '0123'.")


def test_withdrawn_error_says_why() -> None:
    error = WithdrawnError("article", "a-1", "It is wrong.")
    assert (error.noun, error.id, error.why) == ("article", "a-1", "It is wrong.")
    assert str(error) == "The article 'a-1' was withdrawn: It is wrong."


def test_every_error_is_in_the_drawn_tree() -> None:
    tree = errors.__doc__ or ""
    found = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    assert all(issubclass(kind, OnrecordError) and kind.__name__ in tree for kind in found)
