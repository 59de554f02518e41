@echo off
chcp 65001 >nul
cd /d "%~dp0.."
where py >nul 2>nul && (py -3 scripts\site.py %*) || (python scripts\site.py %*)
echo.
pause
