import { describe, expect, it } from "vitest";
import { addressBlock, clientAddress, createTrustedProxies } from "./client-address";

const nobody = createTrustedProxies([]);
const ours = createTrustedProxies(["10.0.0.0/8", "127.0.0.1", "fd00::/8"]);

describe("the address of a client", () => {
  it("is the peer where no proxy is trusted, whatever the header claims", () => {
    expect(clientAddress({ peer: "203.0.113.9", forwardedFor: "198.51.100.1", trusted: nobody })).toBe("203.0.113.9");
  });

  it("is the nearest hop that is not one of our proxies", () => {
    expect(clientAddress({ peer: "10.0.0.2", forwardedFor: "198.51.100.1, 203.0.113.9, 10.0.0.7", trusted: ours })).toBe("203.0.113.9");
  });

  it("ignores what a client wrote into the header before our proxy added to it", () => {
    expect(clientAddress({ peer: "127.0.0.1", forwardedFor: "127.0.0.1, 10.1.1.1, 203.0.113.9", trusted: ours })).toBe("203.0.113.9");
  });

  it("ends at a hop that is no address", () => {
    expect(clientAddress({ peer: "10.0.0.2", forwardedFor: "198.51.100.1, unknown, 10.0.0.7", trusted: ours })).toBe("10.0.0.7");
    expect(clientAddress({ peer: "10.0.0.2", forwardedFor: "'; drop table", trusted: ours })).toBe("10.0.0.2");
  });

  it("is the furthest of our own hops where there is no other", () => {
    expect(clientAddress({ peer: "127.0.0.1", forwardedFor: null, trusted: ours })).toBe("127.0.0.1");
    expect(clientAddress({ peer: "127.0.0.1", forwardedFor: "10.0.0.3", trusted: ours })).toBe("10.0.0.3");
  });

  it("knows an IPv4 address in its IPv6 clothes, with a port, and in brackets", () => {
    expect(clientAddress({ peer: "::ffff:203.0.113.9", forwardedFor: null, trusted: nobody })).toBe("203.0.113.9");
    expect(clientAddress({ peer: "::ffff:127.0.0.1", forwardedFor: "203.0.113.9:4711", trusted: ours })).toBe("203.0.113.9");
    expect(clientAddress({ peer: "127.0.0.1", forwardedFor: "[2001:db8::1]:443", trusted: ours })).toBe("2001:db8::1");
  });

  it("is unknown where the socket is gone", () => {
    expect(clientAddress({ peer: undefined, forwardedFor: null, trusted: nobody })).toBeNull();
  });
});

describe("the block that limits count by", () => {
  it("is an IPv4 address itself", () => {
    expect(addressBlock("203.0.113.9")).toBe("203.0.113.9");
  });

  it("is the same for every address that an IPv6 host can give itself", () => {
    const block = addressBlock("2001:db8:0:7:1:2:3:4");
    expect(addressBlock("2001:DB8:0:7::1")).toBe(block);
    expect(addressBlock("2001:db8:0:7:ffff:ffff:ffff:ffff")).toBe(block);
    expect(addressBlock("2001:db8:0:8::1")).not.toBe(block);
    expect(addressBlock("::1")).toBe("0:0:0:0::/64");
    expect(addressBlock("2001:db8::")).toBe(addressBlock("2001:db8::42"));
  });
});

describe("the list of trusted proxies", () => {
  it.each(["localhost", "10.0.0.0/99", "10.0.0", "::/200"])("refuses %s", (entry) => {
    expect(() => createTrustedProxies([entry])).toThrow();
  });
});
