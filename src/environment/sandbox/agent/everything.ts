// All that an agent loads, some of it late: run once, to keep the compiled code.
import '../../proxy/server.ts';
import '../front-end/install.ts';
import '../front-end/programs.ts';
import '../front-end/server.ts';
import './links.ts';
import './main.ts';
