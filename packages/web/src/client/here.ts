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

/** Gives something that was made in the page to whoever asked for it, as a file. */
export function saveAs(name: string, content: Blob | string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content]))
  link.download = name
  link.click()
  // the browser has it by then
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
