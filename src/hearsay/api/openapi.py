"""The description of the API (OpenAPI 3.1), made from the same records that its answers are encoded from."""

from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from typing import Any

import msgspec

from hearsay.api.answers import LISTS, ONES, Endpoint
from hearsay.api.asked import Asked, JudgementAsked, TextAsked
from hearsay.api.problems import Trouble
from hearsay.records import Judgement, Reading

ROOT = "/api/v1"
Json = dict[str, Any]


@cache
def describe() -> bytes:
    """Describe the API as JSON."""
    named: list[type[Any]] = [
        *{endpoint.item for endpoint in (*LISTS, *ONES)},
        Trouble,
        JudgementAsked,
        TextAsked,
        Judgement,
        Reading,
    ]
    kinds = sorted(set(named), key=lambda kind: kind.__name__)
    references, schemas = msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")
    forms = dict(zip(kinds, references, strict=True))
    paths: Json = {f"{ROOT}/{one.path}": {"get": _describe_list(one, forms)} for one in LISTS}
    paths |= {f"{ROOT}/{one.path}/{{id}}": {"get": _describe_one(one, forms)} for one in ONES}
    paths[f"{ROOT}/judgements"]["post"] = _describe_post("Keep a judgement", (JudgementAsked, Judgement, "201"), forms)
    paths[f"{ROOT}/judgements"]["post"]["security"] = [{"token": []}]
    paths[f"{ROOT}/read"] = {"post": _describe_post("Read a text; nothing is kept", (TextAsked, Reading, "200"), forms)}
    return msgspec.json.encode(
        {
            "openapi": "3.1.0",
            "info": {"title": "hearsay", "version": version("hearsay"), "description": __doc__},
            "paths": paths,
            "components": {
                "schemas": schemas,
                "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            },
        }
    )


def _describe_list(one: Endpoint, forms: dict[Any, Json]) -> Json:
    """Describe a list."""
    page: Json = {
        "type": "object",
        "required": ["items", "next"],
        "properties": {"items": {"type": "array", "items": forms[one.item]}, "next": {"type": ["string", "null"]}},
    }
    answers = {"200": _answer("A page of the list", page, extra={"text/csv": {"schema": {"type": "string"}}})}
    answers["304"] = {"description": "Not modified"}
    described = {"summary": one.says, "operationId": f"list_{one.path}", "parameters": list(_parameters(one.asked))}
    return described | {"responses": answers | _troubles("400", "429", "503", forms=forms)}


def _describe_one(one: Endpoint, forms: dict[Any, Json]) -> Json:
    """Describe a single thing."""
    identity: Json = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    fields = [parameter for parameter in _parameters(Asked) if parameter["name"] == "fields"]
    answers = {"200": _answer(one.says, forms[one.item]), "304": {"description": "Not modified"}}
    described = {"summary": one.says, "operationId": f"get_{one.path}", "parameters": [identity, *fields]}
    return described | {"responses": answers | _troubles("400", "404", "429", "503", forms=forms)}


def _describe_post(says: str, exchange: tuple[Any, Any, str], forms: dict[Any, Json]) -> Json:
    """Describe what can be sent."""
    sent, given, status = exchange
    body = {"required": True, "content": {"application/json": {"schema": forms[sent]}}}
    answers = {status: _answer(says, forms[given])}
    troubles = _troubles("400", "401", "403", "413", "422", "429", "503", forms=forms)
    return {"summary": says, "operationId": says.split()[0].lower() + "_" + sent.__name__, "requestBody": body} | {
        "responses": answers | troubles
    }


def _answer(says: str, schema: Json, extra: Json | None = None) -> Json:
    return {"description": says, "content": {"application/json": {"schema": schema}, **(extra or {})}}


def _troubles(*codes: str, forms: dict[Any, Json]) -> Json:
    content = {"application/problem+json": {"schema": forms[Trouble]}}
    return {code: {"description": "What went wrong, and what to do", "content": content} for code in codes}


def _parameters(form: type[Asked]) -> Iterable[Json]:
    """Describe the parameters of a form."""
    schema, components = msgspec.json.schema_components([form], ref_template="#/components/schemas/{name}")
    properties = components[form.__name__]["properties"]
    for name, described in properties.items():
        plain = {key: value for key, value in described.items() if key != "description"}
        if "$ref" in str(plain):
            plain = {"type": "string"}
        parameter = {"name": name, "in": "query", "required": False, "schema": plain}
        yield parameter | ({"description": described["description"]} if "description" in described else {})
