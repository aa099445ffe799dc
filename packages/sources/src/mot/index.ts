import { realpath } from 'node:fs/promises'
import { basename } from 'node:path'
import { unreadable } from '@unwash/core/error'
import type { Release } from '@unwash/core/release/release'
import { foundAt } from '../files/disk.ts'
import { readHead } from '../files/head.ts'
import type { OpenOptions, Source } from '../source.ts'

/**
 * A form of the Model Openness Tool, as YAML: what it declares stands in place of a release, and nothing it names is
 * looked at.
 */
export const mot: Source = { id: 'mot', accepts, open }

/** many times the largest real form; stops a crafted file */
const FORM_BYTES = 1_000_000
/** how far into a file its first keys stand */
const HEAD_BYTES = 16_000
const ENDING = /\.ya?ml$/i
/** the keys a form begins with, in either order */
const KEYS = /^(?:framework|release)[ \t]{0,8}:|Model Openness Framework/m

async function accepts(target: string): Promise<boolean> {
  if (!ENDING.test(target)) return false
  const found = foundAt(target)
  if (!found?.isFile()) return false
  const head = await readHead(await realpath(target), HEAD_BYTES).catch(() => null)
  return head !== null && KEYS.test(new TextDecoder().decode(head.bytes))
}

async function open(target: string, options: OpenOptions = {}): Promise<Release> {
  options.signal?.throwIfAborted()
  const read = await readHead(await realpath(target), FORM_BYTES)
  if (read.size > FORM_BYTES) throw unreadable('too large for a form:', target, 'give a file of at most 1 MB')
  const path = basename(target)
  const content = new TextDecoder().decode(read.bytes)
  const form = (await import('./read.ts')).readForm(content, target, path)
  return {
    name: form.name,
    publisher: form.producer,
    source: 'mot',
    place: target,
    revision: null,
    complete: false,
    files: [{ path, size: read.size, kind: 'file' }],
    texts: new Map([[path, { path, content, encoding: 'utf-8', truncated: false }]]),
    headers: [],
    declared: form.declared,
    notes: [{ says: 'judged on what the form declares: nothing that it names was looked at', path }],
  }
}
