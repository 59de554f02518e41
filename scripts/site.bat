@echo off
chcp 65001 >nul
cd /d "%~dp0.."
where py >nul 2>nul
if errorlevel 1 (python scripts\site.py %*) else (py -3 scripts\site.py %*)
echo.
pause
