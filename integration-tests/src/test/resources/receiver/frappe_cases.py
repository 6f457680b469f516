"""Runs the server script of the guide as a site does, with nothing but what a site gives to such a script."""
import ast
import base64
import builtins
import hashlib
import json
import sys
from types import SimpleNamespace

# What a server script may use of Python: RestrictedPython's list and Frappe's.
NAMES = """None False True abs bool callable chr complex divmod float hash hex id int isinstance issubclass len oct ord pow
range repr round slice str tuple zip all any dict enumerate list max min set sorted sum""".split()


class AuthenticationError(Exception):
    pass


class DuplicateEntryError(Exception):
    pass


def refuse_what_a_site_refuses(script):
    for node in ast.walk(ast.parse(script)):
        assert not isinstance(node, (ast.Import, ast.ImportFrom, ast.AugAssign, ast.NamedExpr)), ast.dump(node)
        if isinstance(node, ast.Attribute):
            assert not node.attr.startswith("_") and node.attr not in ("format", "format_map"), node.attr
        if isinstance(node, ast.Name):
            assert not node.id.startswith("_"), node.id


class Headers(dict):
    def get(self, name, default=None):
        return super().get(name.lower(), default)


class Site:
    def __init__(self, script):
        refuse_what_a_site_refuses(script)
        self.script = script
        self.rows = {}

    def post(self, headers, body):
        response = {}
        frappe = SimpleNamespace(
            request=SimpleNamespace(get_data=lambda: body, headers=Headers(headers)),
            response=response,
            utils=SimpleNamespace(sha256_hash=self.sha256_hash),
            db=SimpleNamespace(get_value=self.get_value, set_value=self.set_value),
            get_doc=self.get_doc,
            get_all=self.get_all,
            throw=self.throw,
            AuthenticationError=AuthenticationError,
        )
        allowed = {name: getattr(builtins, name) for name in NAMES}
        try:
            exec(self.script, {
                "__builtins__": allowed,
                "frappe": frappe,
                "json": SimpleNamespace(loads=json.loads, dumps=json.dumps),
            })
        except AuthenticationError:
            return {"status": 401}
        return {"status": 200} | response

    @staticmethod
    def sha256_hash(value):
        return hashlib.sha256(value.encode() if isinstance(value, str) else value).hexdigest()

    @staticmethod
    def throw(text, exception):
        raise exception(text)

    def get_value(self, doctype, name, field, for_update=False):
        assert doctype == "Federation Visit"
        return self.rows[name][field] if name in self.rows else None

    def set_value(self, doctype, name, values):
        assert doctype == "Federation Visit"
        self.rows[name].update(values)

    def get_doc(self, values):
        return SimpleNamespace(insert=lambda ignore_permissions: self.insert(dict(values)))

    def insert(self, values):
        assert values.pop("doctype") == "Federation Visit"
        if values["visit_id"] in self.rows:
            raise DuplicateEntryError
        self.rows[values["visit_id"]] = values

    def get_all(self, doctype, filters, fields, limit_page_length):
        assert doctype == "Federation Visit" and limit_page_length == 0
        (field, (operator, wanted)), = filters.items()
        assert operator == "in"
        return [
            SimpleNamespace(**{name: row[name] for name in fields})
            for row in self.rows.values() if row[field] in wanted
        ]


cases = json.load(sys.stdin)
with open("federation_visit.py", encoding="utf-8") as file:
    site = Site(file.read().replace("whsec_...", cases["key"]))
answers = [site.post(letter["headers"], base64.b64decode(letter["body"])) for letter in cases["letters"]]
print(json.dumps({"answers": answers, "rows": site.rows}))
