import { readFileSync } from "node:fs";
import { verify } from "./verify.mjs";

const cases = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(cases.map((one) => verify(one.key, one.headers, Buffer.from(one.body, "base64")))));
