// Writes a comment of `unwash project --format comment` under a pull request: the one that is there already is written
// anew, by the marker on its first line. What it takes: the file of the comment, and from the environment
// UNWASH_COMMENT_TOKEN, GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_EVENT_PATH.
import { readFileSync } from 'node:fs'

const { UNWASH_COMMENT_TOKEN: token, GITHUB_API_URL: api, GITHUB_REPOSITORY: repository } = process.env
/** pages of a hundred comments that are looked through */
const MOST_PAGES = 30

const body = readFileSync(process.argv[2], 'utf8')
const [marker] = body.split('\n', 1)
const event = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'))
const number = event.pull_request?.number
if (number === undefined) console.error('unwash: this run is of no pull request: no comment is written')
else {
  const there = await find(`${api}/repos/${repository}/issues/${number}/comments`)
  if (there) await ask(`${api}/repos/${repository}/issues/comments/${there.id}`, 'PATCH')
  else await ask(`${api}/repos/${repository}/issues/${number}/comments`, 'POST')
  console.error(`unwash: the comment was ${there ? 'written anew' : 'written'}`)
}

async function find(comments) {
  for (let page = 1; page <= MOST_PAGES; page++) {
    const some = await ask(`${comments}?per_page=100&page=${page}`, 'GET')
    const own = some.find(comment => comment.body?.startsWith(marker))
    if (own || some.length < 100) return own
  }
  return undefined
}

async function ask(url, method) {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
    ...(method === 'GET' ? {} : { body: JSON.stringify({ body }) }),
  })
  if (response.ok) return response.json()
  throw new Error(
    `${method} ${new URL(url).pathname} was answered with ${response.status}: give a token that may write`,
  )
}
