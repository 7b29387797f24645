"""The error whose message is a sentence for the person who must put it right."""

from banyan.kit.sentence import Sentence


class SentenceError(ValueError):
    """Bad input (输入有误): ``sentence`` says what is wrong and what to do; ``str()`` gives it in English."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence
