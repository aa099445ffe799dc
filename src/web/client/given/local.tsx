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
    // nothing of it is kept that could be opened
    for (const link of place.querySelectorAll<HTMLAnchorElement>('a[href]'))
      if (link.hash === '' || link.pathname !== location.pathname)
        if (decodeURI(link.pathname).includes(decodeURI(page.address))) link.replaceWith(...link.childNodes)
    const own = document.querySelectorAll<HTMLElement>('main > h1, main > .lead')
    for (const one of own) one.hidden = true
    place.querySelector('h1')?.scrollIntoView()
    return () => {
      for (const one of own) one.hidden = false
    }
  }, [page])
  return <div ref={root} class="local" />
}
