import { describe, expect, it } from '@jest/globals';
import { languageOf } from '../../src/text/language-of.ts';

describe('language of a text', () => {
  it.each([
    ['zh', '升级后扩展宿主意外终止'],
    ['zh', 'mac版本vscode 点击侧边栏新建文件图标，无效'],
    ['zh', '選單無法開啟'],
    ['ja', 'ターミナルの文字について'],
    ['ja', '接続が切れる: ECONNRESET in worker.ts'],
    ['ko', '터미널에서 한글이 깨집니다'],
    ['ko', '연결 풀 누수: Error at Pool.take'],
    ['th', 'เทอร์มินัลแสดงผลไม่ถูกต้อง'],
    ['ru', 'Соединение с очередью закрывается: ECONNRESET'],
    ['ar', 'لا يعمل المحرر بعد التحديث'],
    ['he', 'העורך לא נפתח אחרי העדכון'],
    ['de', 'Die Verbindung wird getrennt, wenn die Warteschlange voll ist und nicht geleert wird.'],
    ['de', 'VS Code version: 1.2. Das Fenster ist schwarz und reagiert nicht. Does it occur without extensions: Yes'],
    ['fr', "Le terminal ne s'ouvre pas quand je lance une commande"],
    ['es', 'El editor se cierra cuando abro los archivos y no hay error'],
    ['pt', 'Quando abro um arquivo o editor não responde, mas isso é novo'],
    ['it', 'Il terminale non si apre quando il progetto è grande, anche se lo chiudo'],
    ['en', 'The queue is stuck'],
    ['en', 'Use "的" as a separator between the two halves of every label that we show'],
    ['en', 'const pool = await take(queue); if (!pool) throw new Error("no pool");'],
    ['en', 'naïve café in the queue'],
    ['en', ''],
    ['en', '😀 123'],
  ])('is %s for %j', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });
});
