@echo off
rem Windows 任务计划程序运行这一个文件；装法见 README.md。
setlocal
chcp 65001 >nul
set PYTHONUTF8=1
cd /d "%~dp0..\.."
.venv\Scripts\disclosure.exe audit fetch --report audit-report\fetch --self-test --trust 6 >> audit-report\audit.log 2>&1
exit /b %errorlevel%
