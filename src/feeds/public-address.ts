import { BlockList, isIP } from 'node:net';

type Subnet = [network: string, prefix: number];

/** Everything of the IANA registry that is not reachable from anywhere; cloud metadata lies in link-local. */
const NOT_PUBLIC_4: Subnet[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Only this part of IPv6 is given out; mapped, compatible, translated, local and multicast forms all lie outside. */
const GLOBAL_6: Subnet[] = [['2000::', 3]];

/** Inside it: protocol assignments with Teredo, documentation, 6to4, AS112. */
const NOT_PUBLIC_6: Subnet[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

/** Metadata services that some clouds keep at public-looking addresses. */
const METADATA_4: Subnet[] = [['168.63.129.16', 32]];

const refused4 = listOf([...NOT_PUBLIC_4, ...METADATA_4], 'ipv4');
const global6 = listOf(GLOBAL_6, 'ipv6');
const refused6 = listOf(NOT_PUBLIC_6, 'ipv6');

/** Whether the address belongs to the public internet; what is no plain address does not. */
export function isPublicAddress(address: string): boolean {
  if (address.includes('%')) return false;
  switch (isIP(address)) {
    case 4:
      return !refused4.check(address, 'ipv4');
    case 6:
      return global6.check(address, 'ipv6') && !refused6.check(address, 'ipv6');
    default:
      return false;
  }
}

function listOf(subnets: Subnet[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, family);
  return list;
}
