import type { Release } from '@unwash/core/release/release'

/** Keeps many that read from one hub within its limits, so that what it asks of one holds for all. */
export interface Pace {
  /** Waits until one more request is welcome. */
  turn(signal?: AbortSignal): Promise<void>
  /** The hub wants to be left alone for so many milliseconds. */
  pause(milliseconds: number): Promise<void>
}

/** How a release is opened. */
export interface OpenOptions {
  /** gives up reading, cloning and waiting at once */
  readonly signal?: AbortSignal | undefined
  /** an ISO date: of a place that keeps its history and names no revision, the last state of that day is read */
  readonly on?: string | undefined
  /** what the release is called, `org/model`, or its name alone: nothing else is taken for it */
  readonly name?: string | undefined
  /** no network: what a hub gave before is read again, and what is missing is told */
  readonly offline?: boolean | undefined
  /** told while waiting for a hub that asks to be left alone for a while */
  readonly tell?: ((says: string) => void) | undefined
  /** shared with others that read from the same hub: then its turns are waited for until the signal ends it */
  readonly pace?: Pace | undefined
}

/** One kind of place a release can be read from. One file each, listed in `index.ts`. */
export interface Source {
  /** of what was saved, the release keeps the source it was read from */
  readonly id: Release['source'] | 'saved'
  /** whether the target is for this source; a target it accepts and cannot open is an error, not another source's */
  accepts(target: string): boolean | Promise<boolean>
  /** Reads the release. Throws `UnwashError` where nothing can be said about it. */
  open(target: string, options?: OpenOptions): Promise<Release>
}
