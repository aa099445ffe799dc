import { originOfFolder, originOfUrl, withoutSecrets } from '@unwash/core/release/origin'
import { loadHosts } from '@unwash/knowledge/load'
import { expect, test } from 'vitest'

const hosts = loadHosts()

test.each([
  ['org--model', 'org', 'model'],
  ['owner__some-model', 'owner', 'some-model'],
  ['org--model--v2', 'org', 'model--v2'],
  ['model', null, 'model'],
  ['__init__', null, '__init__'],
  ['org--', null, 'org--'],
])('the folder %s is of %s and called %s', (folder, publisher, name) => {
  expect(originOfFolder(folder)).toEqual({ publisher, name })
})

test.each([
  ['https://github.com/org/model', 'org', 'model'],
  ['https://user:secret@gitlab.com/org/model.git', 'org', 'model'],
  ['https://huggingface.co/datasets/org/model/', 'org', 'model'],
  ['git@github.com:org/model.git', 'org', 'model'],
  ['ssh://git@github.com:22/org/model.git', 'org', 'model'],
  ['https://host.example/org/model', null, 'model'],
  ['https://github.com@host.example/org/model.git', null, 'model'],
  ['https://github.com.host.example/org/model.git', null, 'model'],
  ['git@host.example:org/model.git', null, 'model'],
  ['file:///srv/repositories/model.git', null, 'model'],
  ['file:///srv/org--model', 'org', 'model'],
])('the address %s is of %s and called %s', (url, publisher, name) => {
  expect(originOfUrl(url, hosts)).toEqual({ publisher, name })
})

test.each(['/srv/model.git', '../model', 'https://host.example/', ''])('%j names nobody', url => {
  expect(originOfUrl(url, hosts)).toBeNull()
})

test.each([
  ['https://user:secret@host.example/a/b', 'https://host.example/a/b'],
  ['https://secret@host.example/a/b', 'https://host.example/a/b'],
  ['ssh://git@host.example/a/b', 'ssh://git@host.example/a/b'],
  ['git@host.example:a/b', 'git@host.example:a/b'],
])('%s is shown as %s', (url, shown) => {
  expect(withoutSecrets(url)).toBe(shown)
})
