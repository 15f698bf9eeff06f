/** Which addresses outside a server may read: a name of the public network, by https, and no machine of the house. */
import { BlockList, isIP } from "node:net";

const V4_CLOSED: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];
/** Of the public half of IPv6: documentation, and what carries an IPv4 address within (6to4, Teredo). */
const V6_CLOSED: readonly (readonly [string, number])[] = [
  ["2001::", 32],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

const closed = new BlockList();
for (const [net, prefix] of V4_CLOSED) closed.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of V6_CLOSED) closed.addSubnet(net, prefix, "ipv6");
const open6 = new BlockList();
open6.addSubnet("2000::", 3, "ipv6");

/** True for a machine of the public network. IPv6 is open where it is global alone: mapped IPv4 addresses are not. */
export function isPublicIp(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, "ipv4");
  return family === 6 && open6.check(address, "ipv6") && !closed.check(address, "ipv6");
}

/** The address as it will be asked, or null: https (webcal too, which means the same), the usual port, no password in it. */
export function readAddress(text: string): URL | null {
  const typed = text.trim().replace(/^webcals?:\/\//i, "https://");
  if (!URL.canParse(typed)) return null;
  const url = new URL(typed);
  const plain = url.username === "" && url.password === "" && url.port === "";
  if (url.protocol !== "https:" || !plain) return null;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0) return isPublicIp(host) ? url : null;
  return /^(?!.*\.(local|localhost|internal|lan|home|arpa)$)[^.]+(\.[^.]+)+$/i.test(host) ? url : null;
}
