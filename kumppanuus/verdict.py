"""The verdict on a change for a person: the Problems as Markdown, in Finnish and Swedish."""

from __future__ import annotations

from kumppanuus.problems import Problem, messages, sentence


def verdict(errors: list[Problem], warnings: list[Problem]) -> str:
    """What is wrong first, then what somebody should look at.

    The Problems stand in a code block: they quote what editors wrote, which is not Markdown.
    """
    head = messages()["verdict_head"]
    code = "verdict_wrong" if errors else "verdict_right"
    lines = [f"## {head['fi']} / {head['sv']}", ""]
    lines += [sentence(code, count=len(errors)), "", *_block(errors)]
    if warnings:
        lines += [sentence("warning_count", count=len(warnings)), "", *_block(warnings)]
    return "\n".join(lines)


def _block(problems: list[Problem]) -> list[str]:
    if not problems:
        return []
    text = "\n".join(str(one) for one in problems).replace("```", "'''")
    return ["```text", text, "```", ""]
