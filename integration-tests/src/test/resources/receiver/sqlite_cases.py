import sqlite3
import sys

exited = sys.stdin.read()
database = sqlite3.connect(":memory:")
database.execute(open("federation_visit.sql").read())
statement = open("keep.sql").read()


def keep(visit, left):
    tail = (exited, "logout") if left else (None, None)
    row = (visit, 2 if left else 1, "member", "atelier", "fabrique", "2026-11-20T08:03:12.345Z")
    database.execute(statement, row + tail)


for visit in ("in order", "overtaken"):
    keep(visit, visit == "overtaken")
    keep(visit, visit == "in order")
    keep(visit, False)
print(database.execute("select id, sequence, exited_at from federation_visit order by id").fetchall())
