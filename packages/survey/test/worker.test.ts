import { expect, test } from 'vitest'
import { folderWith } from '../../../test/release.ts'
import audited from '../src/worker.ts'

const audit = (target: string) => audited({ run: 'a-run', target, facts: {}, release: null, limit: 100_000 }, () => {})

test('a repository that nobody answers for may be read another time, and an empty folder not', async () => {
  expect(await audit('http://127.0.0.1:9/org/model')).toMatchObject({ is: 'failed', passing: true })
  expect(await audit(folderWith({}))).toMatchObject({ is: 'failed', passing: false })
})
