import 'server-only'
import { BlockList, isIP } from 'node:net'

/** Networks nobody outside answers from (trust.md G3): this machine, the house, links, tests, and ways of writing those. */
const V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
/** Of IPv6 only what is given out to the world, 2000::/3, and of that neither tunnels to IPv4 nor documentation. */
const V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const closed = new BlockList()
for (const [list, family] of [
  [V4, 'ipv4'],
  [V6, 'ipv6'],
] as const)
  for (const network of list) {
    const [address = '', bits = ''] = network.split('/')
    closed.addSubnet(address, Number(bits), family)
  }
const world = new BlockList()
world.addSubnet('2000::', 3, 'ipv6')

/** Whether an IP address is one of the public internet. Anything that is no address is not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closed.check(address, 'ipv4')
  return family === 6 && world.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}
