import { render } from 'preact';
import type { PageData } from '../data.ts';
import { App } from './app.tsx';
import './style/index.css';

const data: PageData = JSON.parse(document.getElementById('data')!.textContent);
render(<App data={data} />, document.getElementById('app')!);
