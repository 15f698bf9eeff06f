import { BlockList, isIP } from "node:net";

/** The proxies whose X-Forwarded-For is believed: addresses or ranges ("10.0.0.0/8"). Throws on what is neither. */
export function trustedProxyList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", prefix] = entry.split("/");
    const family = isIP(address);
    if (family === 0) throw new RangeError(`not an address nor a range: ${entry}`);
    const name = family === 4 ? "ipv4" : "ipv6";
    if (prefix === undefined) list.addAddress(address, name);
    else list.addSubnet(address, Number(prefix), name);
  }
  return list;
}

/** "::ffff:192.0.2.1" is 192.0.2.1: a socket listening on both families gives the first form. */
function plain(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  return mapped?.[1] ?? address;
}

/**
 * The address of the client: the socket's, unless it is a trusted proxy; then the last address of X-Forwarded-For
 * that is not one itself. What a client writes in that header is never believed.
 */
export function clientAddress(remote: string | undefined, forwardedFor: string | null, trusted: BlockList): string {
  const isTrusted = (address: string) => trusted.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  let address = plain(remote ?? "");
  if (isIP(address) === 0) return "";
  const hops = (forwardedFor ?? "").split(",").map((hop) => plain(hop.trim()));
  while (isTrusted(address)) {
    const hop = hops.pop();
    if (hop === undefined || isIP(hop) === 0) break;
    address = hop;
  }
  return address;
}
