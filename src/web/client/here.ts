import type { Here } from './messages.ts'

/** Where this page is: what is set for it has its links from there. */
export function hereIn(): Here {
  const { root = '/', served } = document.documentElement.dataset
  const home = new URL(root, location.href)
  const address = `/${location.pathname.slice(home.pathname.length)}`
  return { address: address.replace(/(?:index\.html)?$/, '').replace(/(.)\/$/, '$1'), served: served === 'yes' }
}

/** An address of this site as it is asked for from this page. */
export const linkFrom = (address: string): URL =>
  new URL(address.slice(1), new URL(document.documentElement.dataset.root ?? '/', location.href))
