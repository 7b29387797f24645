"""The common words for inputs, and how an act adds to one."""

from typing import Annotated

from banyan.acts.asks import Ask, Long, Reason, shape_of


def test_a_common_word_takes_a_label_of_the_act() -> None:
    def change(
        thing: object, *, opinion: Annotated[Long, Ask(label="What was seen", must=True)] = ""
    ) -> None:
        """Whatever it does."""

    (asked,) = shape_of(change).inputs
    assert (asked.kind, asked.label, asked.ask.must) == ("text", "What was seen", True)
    assert (asked.ask.longest, asked.ask.lines) == (4000, 3)


def test_what_an_act_says_of_an_input_comes_before_the_common_word() -> None:
    def change(thing: object, *, why: Annotated[Reason, Ask(longest=80)]) -> None:
        """Whatever it does."""

    (asked,) = shape_of(change).inputs
    assert (asked.ask.longest, asked.ask.lines) == (80, 3)
