import Bottleneck from 'bottleneck';
import BottleneckLight from 'bottleneck/light.js';

// Probot spaces what is written to one installation by seconds, as GitHub asks for; a simulated one would only be waited for.
const MOST_BETWEEN_MS = 50;

for (const library of [Bottleneck, BottleneckLight]) {
  const { Group } = library;
  library.Group = class extends Group {
    constructor({ minTime = 0, ...options }) {
      super({ ...options, minTime: Math.min(minTime, MOST_BETWEEN_MS) });
    }
  };
}
