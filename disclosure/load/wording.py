"""pydantic's errors in plain Chinese: (type, context) -> (code, what was found, hint)."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from disclosure.departures import ADDRESS
from disclosure.problem import closest

_PATTERNS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "只能用小写英文字母、数字和连字符，如 plan-2020",
    ADDRESS: "写成 /items/plan-2020/ 这样从网站的根开始的网址，网页以斜杠结尾，文件不用",
    r"^(新增|取消|下放|变更)$": "可选值：新增、取消、下放、变更",
}


def column_label(model: type[BaseModel], name: str) -> str:
    """文号(number): the Chinese title with the English name of the column."""
    field = model.model_fields.get(name)
    return f"{field.title}({name})" if field is not None and field.title else name


def explain(detail: Any, model: type[BaseModel]) -> tuple[str, str, str]:
    """The code, what was found, and the particular hint for one pydantic error."""
    kind, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    shown = f"“{str(given)[:60]}”"
    match kind:
        case "missing" | "string_too_short" | "too_short":
            return "V01", "没有填写", ""
        case "extra_forbidden":
            name = str(detail["loc"][-1])
            return "C01", f"“{name}”", closest(name, _siblings(detail, model))
        case "enum" | "yes_no":
            words = ["是", "否"] if kind == "yes_no" else _members(context["expected"])
            hint = closest(str(given), words) or f"可选值：{'、'.join(words)}"
            return "V02", shown, hint
        case "partial_date" | "date_from_datetime_parsing" | "date_parsing":
            return "V03", shown, ""
        case "decimal_parsing" | "decimal_max_places" | "decimal_max_digits":
            return "V05", f"{shown}不是合适的数字", "写阿拉伯数字，不加千分号和单位"
        case "int_parsing" | "int_type" | "greater_than_equal" | "less_than_equal":
            return "V05", f"{shown}不是合适的数字", "写阿拉伯数字，多个用分号隔开"
        case "string_pattern_mismatch":
            return "V05", shown, _PATTERNS.get(context["pattern"], context["pattern"])
        case "string_too_long":
            return "V05", f"有 {len(given)} 个字", f"最多 {context['max_length']} 个字"
        case "bool_parsing" | "bool_type":
            return "V02", shown, "可选值：true、false"
        case "string_type" | "tuple_type" | "model_type" | "model_attributes_type" | "dict_type":
            return "V05", f"{shown}的层次不对", "这里应是文字、列表或下一级内容，请对照说明"
        case _:
            return "V05", shown, ""


def _members(expected: str) -> list[str]:
    return [word.strip(" '") for word in expected.replace(" or ", ",").split(",")]


def _siblings(detail: Any, model: type[BaseModel]) -> list[str]:
    """Names that would have been right at that level."""
    current: Any = model
    for step in detail["loc"][:-1]:
        if isinstance(step, str):
            field = current.model_fields.get(step)
            current = _inner(field.annotation) if field else None
            if current is None:
                return []
    return list(current.model_fields)


def _inner(annotation: Any) -> Any:
    """The model inside tuple[Model, ...] or Model itself."""
    for candidate in (annotation, *getattr(annotation, "__args__", ())):
        if isinstance(candidate, type) and issubclass(candidate, BaseModel):
            return candidate
    return None
