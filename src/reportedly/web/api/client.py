"""A small client for the API in Python, made from its description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

HEAD = '''"""Asks a desk of Reportedly; made from its description."""

import json
import os
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

DESK = os.environ.get("REPORTEDLY_DESK", "http://127.0.0.1:8700")
TOKEN = os.environ.get("REPORTEDLY_TOKEN")


def ask(path, asked=None, sent=None):
    """One answer. urllib.error.HTTPError: its body says what went wrong and what to do."""
    query = urlencode(asked, doseq=True) if asked else ""
    request = Request(DESK + path + ("?" if query and "?" not in path else "") + query)
    if TOKEN:
        request.add_header("Authorization", f"Bearer {TOKEN}")
    if sent is not None:
        request.add_header("Content-Type", "application/json")
        request.data = json.dumps(sent).encode()
    with urlopen(request, timeout=60) as answer:
        return json.load(answer)


def every(path, asked):
    """Every item of a list, page after page."""
    page = ask(path, asked)
    yield from page["items"]
    while page["next"]:
        page = ask(page["next"])
        yield from page["items"]
'''

TAIL = """

if __name__ == "__main__":
    for event in list_events(status=["planned", "considered", "threatened"]):
        teller = event["teller"]["source"]["text"] if event["teller"] else event["kept"]["outlet"]
        print(event["event"]["status"], event["event"]["type"], event["trigger"], "according to", teller)
    for found in list_happenings(limit=100):
        origins = found["happening"]["origins"]
        print(found["happening"]["name"], "independent origins", origins["at_least"], "to", origins["at_most"])
    text = '"Not yet," the mayor, Ana Resk, said. Two officials said that the port would close.'
    for statement in read_article({"text": text, "outlet": "The Harbor Post"})["statements"]:
        words = " ".join(text[start:end] for start, end in statement["content"])
        print(statement["source"]["text"], statement["act"], words)
"""


def client(made: dict[str, Any]) -> str:
    """The client's source. It leaves out what answers with no JSON."""
    functions = "".join(_functions(made))
    return f"{HEAD}{functions}{TAIL}"


def _functions(made: dict[str, Any]) -> Iterator[str]:
    for path, methods in made["paths"].items():
        for method, told in methods.items():
            answer = told["responses"].get("200", {}).get("content", {})
            if "application/json" in answer:
                yield _function(path, method, told, answer["application/json"].get("schema", {}))


def _function(path: str, method: str, told: dict[str, Any], schema: dict[str, Any]) -> str:
    name = re.sub(r"_api_v1.*", "", told["operationId"])
    ids = re.findall(r"{(\w+)}", path)
    asked = any(p["in"] == "query" for p in told.get("parameters", []))
    is_list = "Listed" in schema.get("$ref", "") and asked
    sent = ["sent"] if method == "post" else []
    parameters = ", ".join([*ids, *sent, *(["**asked"] if asked else [])])
    filled = re.sub(r"{(\w+)}", r"{quote(\1)}", path)
    where = f'f"{filled}"' if ids else f'"{path}"'
    given = [where, *(["asked"] if asked else []), *(["sent=sent"] if sent else [])]
    first = told["description"].partition("\n\n")[0].replace("\n", " ")
    meaning = re.split(r"(?<=[.:])\s", first)[0].rstrip(":") if len(first) > 100 else first
    meaning = meaning if meaning.endswith(".") else meaning + "."
    return (
        f'\n\ndef {name}({parameters}):\n    """{meaning}"""\n'
        f"    return {'every' if is_list else 'ask'}({', '.join(given)})\n"
    )
