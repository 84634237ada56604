import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeFrame, FrameReader, frameKinds } from './frames.ts';

test('frames arrive whole and in order, however the stream is cut', () => {
  const payloads = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 });
  fc.assert(
    fc.property(payloads, fc.integer({ min: 1, max: 64 }), (bodies, size) => {
      const stream = Buffer.concat(bodies.map((body) => encodeFrame(frameKinds.stdout, body)));
      const reader = new FrameReader();
      const frames = [];
      for (let at = 0; at < stream.length; at += size) frames.push(...reader.push(stream.subarray(at, at + size)));
      expect(frames.map((frame) => [...frame.payload])).toEqual(bodies.map((body) => [...body]));
    }),
  );
});
