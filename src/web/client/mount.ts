import { type ComponentChild, render } from 'preact'

/** Puts a part of the page where the server left room for it, in place of what it says to those without script. */
export function mount(name: string, part: ComponentChild): void {
  const root = document.querySelector(`[data-mount="${name}"]`)
  if (!root) return
  root.replaceChildren()
  render(part, root)
}
