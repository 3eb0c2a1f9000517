import assert from 'node:assert/strict';
import { test } from 'node:test';
import { web } from './sources.mjs';

const { streamEvents } = await import(new URL('core/sse.ts', web));

async function read(...chunks) {
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
      controller.close();
    },
  });
  const events = [];
  for await (const event of streamEvents(body)) events.push(event);
  return events;
}

test('an event has a type, an id and its data', async () => {
  assert.deepEqual(await read('id: 7\nevent: ticket.replied\ndata: {"seq":7}\n\n'), [
    { id: '7', type: 'ticket.replied', data: '{"seq":7}' },
  ]);
});

test('comments and empty lines are no events', async () => {
  assert.deepEqual(await read(': still here\n\n', '\n\n', ':\n\n'), []);
});

test('events may be cut anywhere, even inside a character', async () => {
  const bytes = new TextEncoder().encode('event: sentence\r\ndata: 跟刀架\r\n\r\ndata: 2\r\n\r\n');
  for (let cut = 1; cut < bytes.length; cut += 1) {
    const events = await read(bytes.slice(0, cut), bytes.slice(cut));
    assert.deepEqual(
      events.map(({ type, data }) => [type, data]),
      [
        ['sentence', '跟刀架'],
        ['message', '2'],
      ],
      `cut at ${cut}`,
    );
  }
});

test('several data lines are one text', async () => {
  assert.equal((await read('data: a\ndata:b\n\n'))[0].data, 'a\nb');
});

test('an event that was cut off is not told', async () => {
  assert.deepEqual(await read('data: whole\n\ndata: half'), [{ id: null, type: 'message', data: 'whole' }]);
});
