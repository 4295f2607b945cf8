"""The public Python API, as its documentation shows it."""

from __future__ import annotations

import doctest

import pytest

import historycli


def test_the_examples_run() -> None:
    failed, tried = doctest.testmod(historycli)
    assert (failed, tried > 0) == (0, True)


@pytest.mark.parametrize("name", historycli.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    thing = getattr(historycli, name)
    assert name == "__version__" or thing.__doc__


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        historycli.nonsense  # noqa: B018
