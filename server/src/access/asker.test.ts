import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { askerOf, networkOf, trustOf } from "./asker.ts";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:DB8::7", "2001:db8:0:0"],
  ["2001:db8:1:2::7", "2001:db8:1:2"],
  ["::1", "0:0:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["", ""],
])("callers from %s are counted as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test("proxies are believed by their number or by their addresses", () => {
  expect(trustOf(false)("10.0.0.1", 0)).toBe(false);
  const one = trustOf(1);
  expect([one("10.0.0.1", 0), one("10.0.0.1", 1)]).toEqual([true, false]);
  const some = trustOf("loopback, 10.0.0.0/8");
  expect([some("127.0.0.1", 0), some("10.1.2.3", 3), some("192.0.2.1", 0)]).toEqual([
    true,
    true,
    false,
  ]);
  expect(() => trustOf("no address")).toThrow(Error);
});

test("a caller who is gone already has no address", () => {
  const request = new IncomingMessage(new Socket());
  expect(askerOf(request, trustOf(false))).toEqual({ network: "", host: "" });
  request.headers["x-forwarded-for"] = "192.0.2.1";
  expect(askerOf(request, trustOf("loopback"))).toEqual({ network: "", host: "" });
});
