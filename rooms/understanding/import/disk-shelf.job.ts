import { ftruncateSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DigestShelf, markOf, moreOf, placeOf, shelfInMemory } from './digest-shelf.ts'

/** Places of the largest shelf in memory; larger ones lie on disk. */
const memoryPlaces = 2 ** 22

/** Makes shelves, small ones in memory. */
export const shelfMaker =
  (most = memoryPlaces) =>
  (places: number): DigestShelf =>
    places <= most ? shelfInMemory(places) : shelfOnDisk(places)

const slotBytes = 6
/** Slots read at once: at four fifths full a digest is found within them nearly always. */
const slotsTogether = 64

/**
 * In a file that has no name any more and is closed when the thread that reads rows ends. The system holds what of it is in
 * use in memory that it can take back.
 */
function shelfOnDisk(places: number): DigestShelf {
  const file = namelessFile(places * slotBytes)
  const mask = places - 1
  const chunk = Buffer.alloc(slotsTogether * slotBytes)
  const written = Buffer.alloc(slotBytes)
  return {
    places,
    find: (digest) => {
      const [mark, more] = [markOf(digest), moreOf(digest)]
      for (let first = placeOf(digest) & mask; ; first = (first + slotsTogether) & mask) {
        const read = readSync(file, chunk, 0, chunk.length, first * slotBytes) / slotBytes
        for (let at = 0; at < read; at++) {
          const byte = chunk[at * slotBytes + 5]!
          const isIt = chunk.readUInt32LE(at * slotBytes) === mark && chunk[at * slotBytes + 4] === more
          if (byte === 0 || isIt) return { slot: first + at, byte }
        }
        if (read < slotsTogether) first = -slotsTogether
      }
    },
    set: (slot, digest, byte) => {
      written.writeUInt32LE(markOf(digest), 0)
      written[4] = moreOf(digest)
      written[5] = byte
      writeSync(file, written, 0, slotBytes, slot * slotBytes)
    },
  }
}

function namelessFile(size: number): number {
  const directory = mkdtempSync(join(tmpdir(), 'tutti-rows-'))
  try {
    const file = openSync(join(directory, 'digests'), 'wx+')
    ftruncateSync(file, size)
    return file
  } finally {
    rmSync(directory, { recursive: true })
  }
}
