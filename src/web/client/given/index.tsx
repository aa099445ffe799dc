import { render } from 'preact'
import { AS, type SentText } from '../messages.ts'
import { Tool } from './tool.tsx'

/** Puts the tool where the server left room for it, in place of what it says to those without script. */
export function openIn(root: HTMLElement, files: readonly SentText[] = []): void {
  root.replaceChildren()
  render(<Tool as={AS.find(one => one === root.dataset.as) ?? 'any'} first={files} />, root)
}

const root = document.querySelector<HTMLElement>('[data-mount="reader"]')
if (root) openIn(root)
