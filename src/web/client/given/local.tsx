import { useEffect, useRef } from 'preact/hooks'
import type { SetPage } from '../messages.ts'

/** A release that was read here, as its page would show it. Nothing of it is kept: what leads to more of it is not. */
export function Local({ page }: { page: SetPage }) {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = root.current
    if (!place) return
    // the worker set it, with every word of others escaped
    place.innerHTML = page.html
    for (const gone of place.querySelectorAll('.actions, form')) gone.remove()
    const own = document.querySelectorAll<HTMLElement>('main > h1, main > .lead')
    for (const one of own) one.hidden = true
    place.querySelector('h1')?.scrollIntoView()
    return () => {
      for (const one of own) one.hidden = false
    }
  }, [page])
  return <div ref={root} class="local" />
}
