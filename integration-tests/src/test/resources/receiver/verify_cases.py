import base64
import json
import sys

from verify import verify

print(json.dumps([
    verify(case["key"], case["headers"], base64.b64decode(case["body"]))
    for case in json.load(sys.stdin)
]))
