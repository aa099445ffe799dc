import { plain } from '@unwash/core/text/foreign'
import { ADDRESSES } from '../addresses.ts'
import { useSetting } from './setting.ts'

/** How far the releases are read that a server begins with. */
export interface Filling {
  readonly total: number
  readonly done: number
  /** what is being read */
  readonly now: ReadonlySet<string>
  readonly failed: readonly { readonly target: string; readonly says: string }[]
}

/** What is still being read, and what could not be. */
export function Progress({ filling }: { filling: Filling | undefined }) {
  const { link } = useSetting()
  if (!filling || (filling.done === filling.total && filling.failed.length === 0)) return null
  const { total, done, now, failed } = filling
  return (
    <div class="filling">
      {done < total ? (
        <p role="status">
          {done} of {total} are read{now.size > 0 ? `; now ${[...now].map(plain).join(', ')}` : ''}.{' '}
          <a href={link(ADDRESSES.explore)}>See them</a>
        </p>
      ) : null}
      {failed.map(({ target, says }) => (
        <p key={target} class="ask">
          Not read: {plain(target)}. <span class="faint">{plain(says)}</span>
        </p>
      ))}
    </div>
  )
}
