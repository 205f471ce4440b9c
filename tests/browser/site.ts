import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTree, reportBuild, writeFiles } from '../whole/run.ts';

/** An event's file. */
const event = (title: string, fields: string, body = ''): string => `---\ntitle: ${title}\n${fields}\n---\n${body}`;

/** Events in every state, in Berlin (UTC+2, from 25 October +1) unless they say otherwise, and a series without files. */
export const states: Readonly<Record<string, string>> = {
  'site.yaml': `title: Reed Bank
timezone: Europe/Berlin
language: en-GB
url: https://reed.example/
speak: https://forms.example/talk
series:
  - name: Breakfast
    rule: FREQ=YEARLY
    start: 2026-11-14
    time: 09:00-10:00
    venue: The Boathouse
`,
  'content/index.md': '---\ntitle: Reed Bank\n---\n\nWe meet by the water.\n',
  'content/events/lanterns.md': event(
    'Lanterns',
    `start: 2026-06-04 19:00
end: 21:00
venue: The Boathouse
recording: https://video.example/lanterns
photos: https://photos.example/lanterns
talks: [{ title: Wicks, speakers: [Mara Lund], video: https://video.example/wicks, slides: https://slides.example/wicks }]`,
  ),
  'content/events/herons.md': event('Herons', 'start: 2025-05-01 19:00\nvenue: The Boathouse', 'Grey ones.'),
  'content/events/ferries.md': event('Ferries', 'start: 2026-08-20 19:00\nstatus: cancelled\nvenue: The Boathouse'),
  'content/events/bridges.md': event(
    'Bridges',
    `start: 2026-09-03 19:00
end: 21:00
venue: The Boathouse
rsvp: https://rsvp.example/bridges
hosts: [Ilse Grote]
tags: [iron]
talks: [{ title: Rivets, speakers: [Mara Lund] }]`,
  ),
  'content/events/open-house.md': event('Open house', 'start: 2026-09-26\nvenue: The Boathouse', 'Come and look.'),
  'content/events/camp.md': event('Camp', 'start: 2026-10-02\nend: 2026-10-04\nvenue: The Meadow', 'Bring a tent.'),
  'content/events/sprint.md': event('Sprint', 'start: 2026-10-09 18:00\nend: 2026-10-11 15:00\nvenue: The Meadow'),
  'content/events/locks.md': event(
    'Locks',
    `start: 2026-10-15 19:00
end: 21:00
status: rescheduled
previous_start: 2026-10-08 19:00
venue: { name: The Boathouse, address: Reed Lane 4, city: Werder, geo: "52.4, 12.9", access: No steps. }
online: https://meet.example/locks
rsvp: https://rsvp.example/locks
price: Free
capacity: 40
hosts: [Ilse Grote]
sponsors: [Sluice Works]
tags: [iron, water]
recording: https://video.example/locks
talks: [{ title: Gates, speakers: [Mara Lund, Ilse Grote], abstract: How they close. }]`,
  ),
  'content/events/night-walk.md': event('Night walk', 'start: 2026-10-31 22:00\nend: 02:00\nvenue: The Meadow'),
  'content/events/kites.md': event('Kites', 'start: 2026-11-05 19:00\nstatus: postponed\nvenue: The Meadow', 'Wind.'),
  'content/events/december.md': event('December', 'start: 2026-12-03 19:00'),
  'content/events/far-call.md': event('Far call', 'start: 2027-01-14 19:00\ntimezone: Asia/Tokyo\nonline: true'),
};

/** Everything that a build writes at a time, by path. */
export function built(now: string, files: Readonly<Record<string, string>> = states): Promise<Map<string, Buffer>> {
  return inTemporary((root) => {
    writeFiles(root, files);
    return builtFrom(root, now);
  });
}

/** The same for a site that is on the disk. */
export const builtFrom = (root: string, now: string): Promise<Map<string, Buffer>> =>
  inTemporary(async (folder) => {
    const out = join(folder, 'dist');
    const { status, lines } = await reportBuild({ root, out, now });
    if (status !== 0) throw new Error(lines.join('\n'));
    return readTree(out);
  });

async function inTemporary<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'meetpress-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
