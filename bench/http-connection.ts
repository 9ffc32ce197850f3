import { once } from 'node:events';
import { connect } from 'node:net';

export interface HttpConnection {
  /** Sends a whole request as bytes and gives the status of its answer; one at a time. */
  send(request: Buffer): Promise<number>;
  close(): void;
}

/** As little client as HTTP/1.1 allows: beside it on the same machine runs what is measured. */
export async function openConnection(port: number): Promise<HttpConnection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  let answer = '';
  let settle: { resolve: (status: number) => void; reject: (error: Error) => void } | null = null;
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    answer += text;
    if (!isWhole(answer)) return;
    settle?.resolve(Number(answer.slice(9, 12)));
    answer = '';
  });
  socket.on('error', (error) => settle?.reject(error));
  socket.on('close', () => settle?.reject(new Error('the connection was closed')));
  return {
    send(request) {
      socket.write(request);
      return new Promise((resolve, reject) => {
        settle = { resolve, reject };
      });
    },
    close: () => void socket.destroy(),
  };
}

function isWhole(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n');
  if (head === -1) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head + 2))?.[1];
  return length === undefined ? answer.endsWith('\r\n0\r\n\r\n') : answer.length >= head + 4 + Number(length);
}
